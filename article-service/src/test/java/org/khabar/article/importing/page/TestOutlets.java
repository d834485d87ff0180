package org.khabar.article.importing.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.page.OutletNames.KnownOutlet;
import org.khabar.article.text.Folding;

/** The seeded outlets, read from the migration, for tests without a database. */
public final class TestOutlets implements OutletNames {

    public static final Instant IMPORT_TIME = Instant.parse("2025-06-01T12:00:00Z");
    static final int MAX_LINES = 1_000_000;
    public static final KnownOutlet UNKNOWN = new KnownOutlet("unknown", ZoneId.of("UTC"));

    private static final Pattern ROW = Pattern.compile(
            "\\('[0-9a-f-]{36}', '([a-z0-9-]+)', (?:'..'|null), '([^']+)', .*?\\n\\s*'(\\[.*?\\])',\\n\\s*(.*?), (?:array\\[|'\\{\\}'\\))",
            Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\"text\": \"([^\"]+)\"");
    private static final Pattern VARIANT = Pattern.compile("'((?:[^']|'')+)'");

    private final Map<String, KnownOutlet> byName = new HashMap<>();

    public TestOutlets() {
        for (MatchResult row : ROW.matcher(migration()).results().toList()) {
            KnownOutlet outlet = new KnownOutlet(row.group(1), ZoneId.of(row.group(2)));
            if (!outlet.code().equals("unknown")) {
                addNames(outlet, NAME, row.group(3));
                addNames(outlet, VARIANT, row.group(4));
            }
        }
    }

    @Override
    public Optional<KnownOutlet> findByName(String text) {
        return Optional.ofNullable(byName.get(Folding.key(text)));
    }

    static PageContext context() {
        return new PageContext(null, FieldOrigin.DEFAULT, UNKNOWN, null, IMPORT_TIME);
    }

    private void addNames(KnownOutlet outlet, Pattern pattern, String list) {
        pattern.matcher(list)
                .results()
                .map(match -> match.group(1).replace("''", "'"))
                .map(Folding::key)
                .flatMap(key -> Stream.of(key, key.replace(" ", "")))
                .forEach(key -> byName.putIfAbsent(key, outlet));
    }

    private static String migration() {
        String path = "/db/migration/V2__known_outlets.sql";
        try (InputStream in = Objects.requireNonNull(TestOutlets.class.getResourceAsStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
