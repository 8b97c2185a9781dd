
app_name = "wijkteams"
urlpatterns = []
