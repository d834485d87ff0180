package org.khabar.gateway.differential;

import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes fields fail. The same field of the same object fares alike in every server, however often it is asked.
 *
 * @param seed what the fates depend on
 * @param perMille how many fields in a thousand fail
 * @param steady coordinates such as {@code Film.id} that never fail: what they fail with would tell on fields that the
 *     operation does not ask for
 * @param quiet coordinates that may be null and nothing worse
 */
record Weather(long seed, int perMille, Set<String> steady, Set<String> quiet) {
    private static final List<Fate> FAILURES = List.of(Fate.NULL, Fate.ERROR, Fate.WARNING);

    /** Nothing fails. */
    static final Weather CALM = new Weather(0, 0, Set.of(), Set.of());

    Weather {
        steady = Set.copyOf(steady);
        quiet = Set.copyOf(quiet);
    }

    /** The fate of a field. */
    Fate of(Node node, String field) {
        String coordinate = node.type() + "." + field;
        if (perMille == 0 || steady.contains(coordinate)) {
            return Fate.CALM;
        }
        Random random = random(node, field, 0);
        if (random.nextInt(1000) >= perMille) {
            return Fate.CALM;
        }
        return quiet.contains(coordinate) ? Fate.NULL : FAILURES.get(random.nextInt(FAILURES.size()));
    }

    /** Whether an item of the field's list is null. */
    boolean losesItem(Node node, String field, int item) {
        String coordinate = node.type() + "." + field;
        return perMille > 0
                && !steady.contains(coordinate)
                && !quiet.contains(coordinate)
                && random(node, field, item + 1).nextInt(2000) < perMille;
    }

    private Random random(Node node, String field, int salt) {
        long mixed = seed * 31 + (node.identity() + "." + field).hashCode();
        Random random = new Random(mixed * 0x9E3779B97F4A7C15L + salt);
        random.nextInt();
        return random;
    }
}
