package org.khabar.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.plan.Condition;
import org.khabar.gateway.plan.EnumValues;
import org.khabar.gateway.plan.LeafForm;
import org.khabar.gateway.plan.OutputSelection.Kind;
import org.khabar.gateway.plan.OutputSelection.OutputField;
import org.khabar.gateway.supergraph.TypeRef;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class ErrorCollectorTest {
    private static final OutputField NAME = new OutputField(
            JsonKey.of("name"),
            "Person.name",
            Condition.ALWAYS,
            new Condition(Set.of()),
            Kind.LEAF,
            0,
            new TypeRef.Named("String"),
            null,
            LeafForm.STRING,
            EnumValues.NONE);

    private static ErrorCollector collector(int limit) {
        return new ErrorCollector(limit, Long.MAX_VALUE);
    }

    private static void nullAt(ErrorCollector errors, Object... steps) {
        ResponsePath path = new ResponsePath();
        List.of(steps).forEach(path::push);
        errors.nullAt(path, NAME);
    }

    private static ExecutionError at(@Nullable List<Object> path) {
        return ExecutionError.of("known", "INTERNAL", path);
    }

    @Test
    void anErrorAtAboveOrBelowANullExplainsIt() {
        ErrorCollector errors = collector(10);
        errors.add(at(List.of("people", 1, "friend", "name")));
        errors.add(at(null));

        nullAt(errors, "people", 1, "friend", "name");
        nullAt(errors, "people", 1, "friend", "name", "first");
        nullAt(errors, "people", 1);
        assertThat(errors.size()).isEqualTo(2);

        nullAt(errors, "people", 2);
        nullAt(errors, "people", 1, "name");
        assertThat(errors.list())
                .extracting(ExecutionError::path)
                .containsExactly(
                        List.of("people", 1, "friend", "name"),
                        null,
                        List.of("people", 2),
                        List.of("people", 1, "name"));
    }

    @Test
    void whatIsExplainedIsSoWithAllBelowAndNothingAbove() {
        ErrorCollector errors = collector(10);
        errors.explain(List.of("people", 1));

        nullAt(errors, "people", 1);
        nullAt(errors, "people", 1, "name");
        assertThat(errors.size()).isZero();

        nullAt(errors, "people");
        assertThat(errors.size()).isEqualTo(1);
    }

    @Test
    void manyNullsAmongManyErrorsDoNotMultiply() {
        ErrorCollector errors = collector(200_000);
        for (int i = 0; i < 100_000; i++) {
            errors.explain(List.of("known", i));
        }
        for (int i = 0; i < 100_000; i++) {
            nullAt(errors, "people", i, "name");
            nullAt(errors, "known", i, "name");
        }
        assertThat(errors.size()).isEqualTo(100_000);
    }

    @Test
    void nothingIsLookedForOnceItIsFull() {
        ErrorCollector errors = collector(1);
        errors.add(at(List.of("a")));

        nullAt(errors, "b");
        errors.add(at(List.of("c")));

        assertThat(errors.isFull()).isTrue();
        assertThat(errors.list()).extracting(ExecutionError::path).containsExactly(List.of("a"));
    }
}
