package org.khabar.entity.wikidata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.wikidata.ImportedEntity.Alias;
import org.khabar.entity.wikidata.ImportedEntity.DateProperty;

/** Makes entities of items, as an import wants them. */
final class EntityMaker {

    /** The language of a name that is the same in all languages of Latin script. */
    static final String MULTILINGUAL = "mul";

    /** What is read of an item to make an entity of it. */
    static final Set<String> PROPERTIES = Stream.concat(
                    RelationMaker.PROPERTIES.stream(),
                    Stream.of(
                            Claims.INSTANCE_OF,
                            Claims.COUNTRY_CODE,
                            Claims.DEMONYM,
                            Claims.SHORT_NAME,
                            Claims.BIRTH,
                            Claims.DEATH,
                            Claims.INCEPTION))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> LATIN = Set.of("fr", "en", "es", "de", "it", "pt", "nl", "tr");
    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}[\\p{Lu}\\p{Nd}.&-]{1,9}");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

    private final ItemSelection wanted;
    private final ClassTypes classes;
    private final Set<Integer> pages;
    private final Map<Integer, String> countries;
    private final int maxTextLength;
    private final int maxAliases;
    private final RelationMaker relations;

    /**
     * @param classes what instances of a class are
     * @param pages classes whose instances are never wanted
     * @param countries codes of countries by the number of their items
     */
    EntityMaker(
            ItemSelection wanted,
            ClassTypes classes,
            Set<Integer> pages,
            Map<Integer, String> countries,
            WikidataConfig config) {
        this.wanted = wanted;
        this.classes = classes;
        this.pages = Set.copyOf(pages);
        this.countries = Map.copyOf(countries);
        this.maxTextLength = config.maxTextLength();
        this.maxAliases = config.maxAliases();
        this.relations = new RelationMaker(config.maxRelations());
    }

    Outcome make(WikidataItem item) {
        List<Integer> kinds = item.claims().items(Claims.INSTANCE_OF);
        if (kinds.stream().anyMatch(pages::contains)) {
            return skipped(item, SkipReason.WIKIMEDIA_PAGE);
        }
        EntityType type = kinds.stream()
                .flatMap(kind -> classes.find(kind).stream())
                .findFirst()
                .orElse(null);
        if (type == null) {
            return office(item);
        }
        if (!wanted.types().contains(type)) {
            return skipped(item, SkipReason.OTHER_TYPE);
        }
        if (item.sitelinks() < wanted.leastSitelinks()) {
            return skipped(item, SkipReason.FEW_SITELINKS);
        }
        Map<String, String> names = names(item);
        if (names.isEmpty()) {
            return skipped(item, SkipReason.NO_NAME);
        }
        return new Outcome.Taken(new ImportedEntity(
                item.id(),
                type,
                country(item, type),
                names,
                fitting(item.descriptions()),
                aliases(item, type, names),
                dates(item.claims(), type),
                relations.make(item, type)));
    }

    /** People may hold what is of none of our types; it is called as the first of the wanted languages has it. */
    private Outcome office(WikidataItem item) {
        return names(item).values().stream()
                .findFirst()
                .flatMap(title -> RelationMaker.office(item, title))
                .<Outcome>map(Outcome.Held::new)
                .orElseGet(() -> skipped(item, SkipReason.NO_TYPE));
    }

    private static Outcome skipped(WikidataItem item, SkipReason reason) {
        return new Outcome.Skipped(reason, item.id());
    }

    private Map<String, String> names(WikidataItem item) {
        Map<String, String> names = new LinkedHashMap<>();
        String multilingual = usable(item.labels().get(MULTILINGUAL));
        for (String language : wanted.languages()) {
            String own = usable(item.labels().get(language));
            String name = own == null && LATIN.contains(language) ? multilingual : own;
            if (name != null) {
                names.put(language, name);
            }
        }
        return names;
    }

    private Map<String, String> fitting(Map<String, String> texts) {
        Map<String, String> fitting = new HashMap<>();
        for (String language : wanted.languages()) {
            String text = usable(texts.get(language));
            if (text != null) {
                fitting.put(language, text);
            }
        }
        return fitting;
    }

    private @Nullable String usable(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        boolean isUsable = !stripped.isEmpty() && stripped.length() <= maxTextLength && isOneLine(stripped);
        return isUsable ? stripped : null;
    }

    /** Neither control characters nor halves of letters, of which the database refuses some and exports could not tell others. */
    private static boolean isOneLine(String text) {
        return text.codePoints().allMatch(letter -> switch (Character.getType(letter)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        });
    }

    /** Names first, then what they are called by in particular ways, so that a text has one kind in a language. */
    private Set<Alias> aliases(WikidataItem item, EntityType type, Map<String, String> names) {
        Map<String, Alias> aliases = new LinkedHashMap<>();
        names.forEach((language, name) -> put(aliases, new Alias(language, AliasType.NAME, name)));
        List<Alias> others = new ArrayList<>();
        for (String language : wanted.languages()) {
            for (Claims.LanguageText text : inLanguage(item, Claims.DEMONYM, language)) {
                others.add(new Alias(language, AliasType.DEMONYM, text.text()));
            }
            for (Claims.LanguageText text : inLanguage(item, Claims.SHORT_NAME, language)) {
                others.add(new Alias(language, kind(text.text(), type), text.text()));
            }
            for (String text : item.aliases().getOrDefault(language, List.of())) {
                others.add(new Alias(language, kind(text.strip(), type), text.strip()));
            }
        }
        others.stream()
                .filter(alias -> usable(alias.text()) != null)
                .limit(maxAliases)
                .forEach(alias -> put(aliases, alias));
        return new LinkedHashSet<>(aliases.values());
    }

    private static void put(Map<String, Alias> aliases, Alias alias) {
        aliases.putIfAbsent(alias.language() + ' ' + alias.text(), alias);
    }

    private List<Claims.LanguageText> inLanguage(WikidataItem item, String property, String language) {
        return item.claims().texts(property).stream()
                .filter(text -> text.language().equals(language))
                .toList();
    }

    /** One word of a person's is a surname or a first name, which others have as well. */
    private static AliasType kind(String text, EntityType type) {
        if (ACRONYM.matcher(text).matches()) {
            return AliasType.ACRONYM;
        }
        boolean isWord = text.codePoints().noneMatch(Character::isWhitespace);
        return isWord && type == EntityType.PERSON ? AliasType.SHORT : AliasType.NAME;
    }

    private @Nullable String country(WikidataItem item, EntityType type) {
        Optional<String> own = item.claims().strings(Claims.COUNTRY_CODE).stream()
                .filter(code -> CODE.matcher(code).matches())
                .findFirst();
        String property = type == EntityType.PERSON ? Claims.CITIZENSHIP : Claims.COUNTRY;
        return own.or(() -> item.claims().currentItems(property).stream()
                        .flatMap(country -> Optional.ofNullable(countries.get(country)).stream())
                        .findFirst())
                .orElse(null);
    }

    private static Map<DateProperty, String> dates(Claims claims, EntityType type) {
        Map<DateProperty, String> dates = new HashMap<>();
        if (type == EntityType.PERSON) {
            claims.date(Claims.BIRTH).ifPresent(date -> dates.put(DateProperty.BIRTH, date));
            claims.date(Claims.DEATH).ifPresent(date -> dates.put(DateProperty.DEATH, date));
        } else if (type == EntityType.ORGANIZATION) {
            claims.date(Claims.INCEPTION).ifPresent(date -> dates.put(DateProperty.FOUNDATION, date));
        }
        return dates;
    }
}
