-- The outlet of the pages in deploy/samples, which were written for Khabar.
insert into outlet (id, code, country, time_zone, languages, names, variants, hosts) values
    ('01941f29-7c00-7a11-8d3e-5b1c2f6a7e90', 'khabar-samples', null, 'Africa/Casablanca', array['ar', 'fr', 'en']::text[],
     '[{"language": "ar", "text": "عينات خبر"}, {"language": "fr", "text": "Échantillons Khabar"}, {"language": "en", "text": "Khabar Samples"}]',
     '{}', '{}');
