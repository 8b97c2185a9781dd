"""The demo municipality: Venlo as its own documents of 2018 and 2019 describe it, with invented people.

What a source names (teams, products, counts, tariffs until 2019) says so; everything else is invented.
"""
