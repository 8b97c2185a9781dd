
app_name = "beschikkingen"
urlpatterns = []
