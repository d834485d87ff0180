package org.khabar.entity.mention;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.khabar.entity.testing.Newsroom;

/** What editors do to a catalogue, chapter by chapter, the same with every service. Knows the entities by their names. */
final class CatalogueStory {

    private static final String SOCIETY = "جمعية الزيتونة الخضراء";
    private static final String GALLERY = "رواق النخيل الأزرق";
    private static final String PALACE = "قصر الريحان";
    private static final String JASMINE = "دار الياسمين";
    private static final String OBSERVATORY = "مرصد الفلك الشعبي";
    private static final String POTTERY = "خزف الساحل";
    private static final String CLUB = "نادي المرجان";
    private static final String SPEAKER = "سامر الحلواني";

    private final Map<String, String> ids = new HashMap<>();

    /** What is there before anything is changed. The observatory is one of two that have the name. */
    void found() {
        create("ORGANIZATION", SOCIETY, "");
        create("ORGANIZATION", GALLERY, "");
        create("PLACE", PALACE, "");
        create("PLACE", JASMINE, "country: \"TN\"");
        create("ORGANIZATION", OBSERVATORY, "country: \"TN\"");
        create("ORGANIZATION", OBSERVATORY, "country: \"DZ\"");
        create("PERSON", SPEAKER, "aliases: [{language: \"ar\", text: \"الحلواني\", type: SHORT}]");
    }

    void giveAnAlias() {
        revise(SOCIETY, "{aliases: [{language: \"ar\", text: \"بيت القصب\", type: EPITHET}]}");
    }

    /** The second one gives a country to the one that remains, which decides between the observatories. */
    void merge() {
        merge(GALLERY, SOCIETY);
        create("ORGANIZATION", POTTERY, "");
        merge(JASMINE, PALACE);
    }

    /** The gallery is one of its own again, and the society loses the alias that it was given. */
    void split() {
        String society = id(SOCIETY);
        String part = Newsroom.edit("""
                        mutation($id: ID!, $version: Int!, $name: String!) {
                          splitEntity(id: $id, version: $version, input: {
                            names: [{language: "ar", text: $name}], aliases: [{language: "ar", text: $name}]
                          }) { id }
                        }""", Map.of("id", society, "version", Newsroom.version(society), "name", GALLERY))
                .getString("data.splitEntity.id");
        ids.put(GALLERY, part);
        revise(SOCIETY, "{aliases: []}");
    }

    void hideAndName() {
        done(Newsroom.hide(id(SPEAKER), true));
        create("ORGANIZATION", CLUB, "");
        revise(POTTERY, "{names: [{language: \"ar\", text: \"خزف الساحل الشرقي\"}], aliases: []}");
    }

    /** Waits until texts are tagged by the catalogue as the last chapter left it. */
    void awaitDictionary() {
        Newsroom.awaitAnnotated(CLUB + "، " + GALLERY + "، " + POTTERY, List.of(id(CLUB), id(GALLERY)));
    }

    private void create(String type, String name, String more) {
        JsonPath answer = Newsroom.edit("""
                        mutation($name: String!) {
                          createEntity(input: {type: %s, names: [{language: "ar", text: $name}] %s}) { id }
                        }""".formatted(type, more), Map.of("name", name));
        done(answer);
        ids.put(name, answer.getString("data.createEntity.id"));
    }

    private void revise(String name, String input) {
        done(Newsroom.revise(id(name), input));
    }

    private void merge(String name, String into) {
        done(Newsroom.merge(id(name), id(into)));
    }

    private String id(String name) {
        String id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException("The story has no " + name);
        }
        return id;
    }

    private static void done(JsonPath answer) {
        if (answer.get("errors") != null) {
            throw new IllegalStateException(answer.prettify());
        }
    }
}
