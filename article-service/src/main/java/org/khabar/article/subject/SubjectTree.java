package org.khabar.article.subject;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Subjects by code, and those below each. Immutable. */
final class SubjectTree {

    private static final String TOP = "";

    private final Map<String, Subject> byCode = new LinkedHashMap<>();
    private final Map<String, List<Subject>> narrower = new HashMap<>();

    SubjectTree(Collection<Subject> subjects) {
        subjects.forEach(subject -> byCode.put(subject.code(), subject));
        byCode.values().forEach(this::putBelow);
    }

    private void putBelow(Subject subject) {
        List<String> known =
                subject.broader().stream().filter(byCode::containsKey).toList();
        (known.isEmpty() ? List.of(TOP) : known)
                .forEach(above -> narrower.computeIfAbsent(above, code -> new ArrayList<>())
                        .add(subject));
    }

    Optional<Subject> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    List<Subject> listTop() {
        return narrower.getOrDefault(TOP, List.of());
    }

    /** The subjects right below a code. */
    List<Subject> listNarrower(String code) {
        return narrower.getOrDefault(code, List.of());
    }

    /** The code and all below it; the code alone when it is not known. */
    Set<String> withAllNarrower(String code) {
        Set<String> all = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(code));
        while (!waiting.isEmpty()) {
            String next = waiting.pop();
            if (all.add(next)) {
                listNarrower(next).forEach(below -> waiting.push(below.code()));
            }
        }
        return Set.copyOf(all);
    }

    int size() {
        return byCode.size();
    }
}
