-- Names by their sound, so that one is found in whatever script and spelling it is typed: Boehler, Böhler, بوهلر and بيلر are
-- blr. What stays of a word are its consonants, those that transliterations mix up being one letter. Both take search keys: lower
-- case, without diacritics, Arabic letters folded, words apart by one blank.

create function sound_of(word text) returns text immutable strict parallel safe language sql as $$
    select case when word in ('al', 'el', 'ال') then '' else
        translate(
            regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
                regexp_replace(word, '^ال(?=.{3})', ''),
                '(.)\1+', '\1', 'g'),
                'x', 'ks', 'g'),
                'sch|tch|ch|sh', 'X', 'g'),
                'dj|dg|gh', 'g', 'g'),
                'kh|ck', 'k', 'g'),
                'ph', 'f', 'g'),
                'c(?=[eiy])', 's', 'g'),
            'pvqcj' || 'بپتثجچخدذرزسشصضطظغفڤقكگلمن' || 'aeiouywhاويءعحه',
            'bfkkg' || 'bbttggkddrzsXsdtzgffkkglmn')
    end
$$;

create function sounds_of(name text) returns text[] immutable strict parallel safe language sql as $$
    select coalesce(array_agg(distinct sound_of(word)) filter (where sound_of(word) <> ''), '{}')
    from unnest(string_to_array(name, ' ')) as word
$$;

alter table entity_alias add column sounds text[] generated always as (sounds_of(search_key)) stored;
create index entity_alias_sounds on entity_alias using gin (sounds) where not retired;
