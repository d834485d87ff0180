package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request for a fetch, ready to be sent.
 *
 * @param targets the objects that each item of the answer is for
 * @param starts where the items of each aliased group begin among the targets; empty when there are no aliases
 * @param body what is sent
 */
record PreparedFetch(List<List<DataObject>> targets, List<Integer> starts, byte[] body) {
    private static final Pattern ALIAS = Pattern.compile("_(\\d{1,6})");

    /** The targets for a field of the answer's data; empty when it is none that was asked for. */
    List<List<DataObject>> targets(String field) {
        if (starts.isEmpty()) {
            return field.equals("_entities") ? targets : List.of();
        }
        int group = group(field);
        if (group < 0) {
            return List.of();
        }
        int end = group + 1 < starts.size() ? starts.get(group + 1) : targets.size();
        return targets.subList(starts.get(group), end);
    }

    /** Whether there is a list for each group of entities. */
    boolean isAnsweredBy(AnswerEnvelope envelope) {
        long found = envelope.entities().stream()
                .map(AnswerEnvelope.Entities::field)
                .filter(field -> !targets(field).isEmpty())
                .distinct()
                .count();
        return found >= Math.max(1, starts.size());
    }

    /**
     * Refuses a list of another length than was asked for: with one too many or too few nobody can tell whose the
     * others are. A list that was not asked for is let be.
     */
    void checkCount(AnswerEnvelope.Entities entities) {
        int asked = targets(entities.field()).size();
        if (asked > 0 && entities.count() != asked) {
            throw new IllegalArgumentException("It answered for " + entities.count() + " of " + asked + " entities");
        }
    }

    /** An error's path without aliases: as if all entities had been asked for at once. */
    Map<String, @Nullable Object> unaliased(Map<String, @Nullable Object> error) {
        if (starts.isEmpty()
                || !(error.get("path") instanceof List<?> path)
                || path.size() < 2
                || !(path.get(1) instanceof Integer index)) {
            return error;
        }
        int group = group(String.valueOf(path.getFirst()));
        if (group < 0) {
            return error;
        }
        List<@Nullable Object> rewritten = new ArrayList<>(path);
        rewritten.set(0, "_entities");
        rewritten.set(1, starts.get(group) + index);
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(error);
        changed.put("path", rewritten);
        return changed;
    }

    private int group(String alias) {
        Matcher matcher = ALIAS.matcher(alias);
        int group = matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
        return group < starts.size() ? group : -1;
    }
}
