package org.khabar.gateway.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionHint;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;

class HintLogTest {
    private static final CompositionHint A = hint("A");
    private static final CompositionHint B = hint("B");
    private static final CompositionHint C = hint("C");

    private final List<String> lines = new ArrayList<>();
    private final HintLog log = new HintLog(2, lines::add);

    private static CompositionHint hint(String code) {
        return new CompositionHint(code, "Kind.PRESS", "only some know it");
    }

    @BeforeEach
    void tellTheFirst() {
        log.tell(List.of(A, B));
    }

    @Test
    void eachHintIsALine() {
        assertThat(lines)
                .containsExactly("Hint A at Kind.PRESS: only some know it", "Hint B at Kind.PRESS: only some know it");
    }

    @Test
    void theSameHintsAreToldOnce() {
        lines.clear();
        log.tell(List.of(A, B));
        assertThat(lines).isEmpty();

        log.tell(List.of(B));
        assertThat(lines).containsExactly("Hint B at Kind.PRESS: only some know it");
    }

    @Test
    void hintsThatCameBackAreToldAgain() {
        log.tell(List.of());
        lines.clear();

        log.tell(List.of(A, B));

        assertThat(lines).hasSize(2);
    }

    @Test
    void ofMoreThanTheLimitTheNumberIsTold() {
        lines.clear();

        log.tell(List.of(C, B, A));

        assertThat(lines)
                .containsExactly(
                        "Hint C at Kind.PRESS: only some know it",
                        "Hint B at Kind.PRESS: only some know it",
                        "Hints that are not shown: 1");
    }

    @Test
    void whatACompositionNoticesCanBeTold() {
        lines.clear();
        CompositionResult result = Composition.compose(List.of(
                new SubgraphSdl("a", null, "type Query { a(kind: Kind): Int } enum Kind { PRESS RADIO }"),
                new SubgraphSdl("b", null, "type Query { b(kind: Kind): Int } enum Kind { PRESS }")));

        log.tell(((CompositionResult.Success) result).hints());

        assertThat(lines).singleElement().asString().contains("INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM at Kind.RADIO");
    }
}
