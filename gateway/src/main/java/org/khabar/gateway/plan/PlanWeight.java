package org.khabar.gateway.plan;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.khabar.gateway.plan.OutputSelection.OutputField;
import org.khabar.gateway.plan.PlanNode.BatchNode;
import org.khabar.gateway.plan.PlanNode.ConditionNode;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.PlanNode.FlattenNode;
import org.khabar.gateway.plan.PlanNode.ParallelNode;
import org.khabar.gateway.plan.PlanNode.SequenceNode;

/** How much memory a plan takes, in fields: of about a kilobyte each. */
public final class PlanWeight {
    /** What a plan takes without any field. */
    private static final int BASE = 10;

    private static final int CHARACTERS_PER_FIELD = 500;

    /** Of a parsed document. */
    private static final int CHARACTERS_PER_NODE = 10;

    private final Set<OutputSelection> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    private long weight = BASE;

    private PlanWeight() {}

    /** The fields that a plan fetches and writes, with its conditions and texts. */
    public static int of(QueryPlan plan) {
        PlanWeight weight = new PlanWeight();
        if (plan.root() != null) {
            weight.add(plan.root());
        }
        weight.add(plan.output());
        Deferral deferral = plan.deferral();
        if (deferral != null) {
            weight.add(deferral.whole());
            deferral.blocks().forEach(block -> weight.add(block.node()));
        }
        if (plan.introspection() != null) {
            weight.weight += plan.introspection().text().length() / CHARACTERS_PER_NODE;
        }
        return (int) Math.min(Integer.MAX_VALUE, weight.weight);
    }

    private void add(PlanNode node) {
        switch (node) {
            case FetchNode fetch -> add(fetch);
            case FlattenNode flatten -> add(flatten.node());
            case ConditionNode conditional -> add(conditional.node());
            case SequenceNode sequence -> sequence.nodes().forEach(this::add);
            case ParallelNode parallel -> parallel.nodes().forEach(this::add);
            case BatchNode batch -> batch.nodes().forEach(this::add);
        }
    }

    private void add(FetchNode fetch) {
        weight += 1 + (fetch.document().length() + fetch.text().length()) / CHARACTERS_PER_FIELD;
        add(fetch.answer());
    }

    private void add(AnswerShape shape) {
        for (AnswerShape.Entry entry : shape.entries()) {
            weight++;
            if (entry.shape() != null) {
                add(entry.shape());
            }
        }
    }

    private void add(OutputSelection selection) {
        if (counted.add(selection)) {
            selection.byType().values().forEach(this::add);
            if (selection.untyped() != null) {
                add(selection.untyped());
            }
            selection.parts().forEach(part -> add(part.output()));
        }
    }

    private void add(List<OutputField> fields) {
        for (OutputField field : fields) {
            weight += 1 + conditions(field);
            if (field.selection() != null) {
                add(field.selection());
            }
        }
    }

    private static int conditions(OutputField field) {
        return field.condition().isAlways()
                ? 0
                : field.condition().guards().size() + field.unless().guards().size();
    }
}
