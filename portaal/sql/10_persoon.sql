-- Who signed in, and for whom he looks.
CREATE OR REPLACE VIEW portaal_persoon AS
SELECT i.id, i.voornamen, i.voorletters, i.voorvoegsel, i.geslachtsnaam, i.adellijke_titel, i.naamgebruik,
       i.partner_voorvoegsel, i.partner_geslachtsnaam, i.partner_titel, i.partner_geslacht, i.heeft_partner,
       i.geslacht, i.geboren, i.straat, i.huisnummer, i.huisletter, i.toevoeging, i.postcode, i.woonplaats,
       i.telefoon, i.e_mail, i.bezorging, i.tolk, i.grote_letters
  FROM toegang_inwoner i
 WHERE i.id IN (portaal_ik(), portaal_voor()) AND i.samengevoegd_met_id IS NULL;
