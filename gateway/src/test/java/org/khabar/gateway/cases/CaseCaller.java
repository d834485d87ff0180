package org.khabar.gateway.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.gateway.plan.CallerRights;

/**
 * Who asks in a case, as {@code OPERATION.caller.json} says: {@code scopes} and {@code policies} of somebody who is
 * logged in unless {@code stranger} is true; and the {@code labels} of progressive overrides that hold then.
 */
record CaseCaller(CallerRights rights, Set<String> labels) {

    static CaseCaller of(Map<String, Object> json) {
        return new CaseCaller(
                new CallerRights(
                        !Boolean.TRUE.equals(json.get("stranger")), names(json, "scopes"), names(json, "policies")),
                names(json, "labels"));
    }

    private static Set<String> names(Map<String, Object> json, String key) {
        return json.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
    }
}
