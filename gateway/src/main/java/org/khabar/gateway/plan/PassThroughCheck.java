package org.khabar.gateway.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.AnswerShape.Entry;
import org.khabar.gateway.plan.OutputSelection.Kind;
import org.khabar.gateway.plan.OutputSelection.OutputField;
import org.khabar.gateway.plan.PlanNode.FetchNode;

/**
 * Whether a plan is one fetch whose answer, when nothing is wrong with it, is the client's answer: each field under the
 * client's key, and none beside. Types that the gateway knows by itself may have to be written into it.
 */
final class PassThroughCheck {
    private PassThroughCheck() {}

    static boolean holds(@Nullable PlanNode root, OutputSelection output) {
        return root instanceof FetchNode fetch && !fetch.isEntityFetch() && sameObjects(output, fetch.answer());
    }

    private static boolean sameObjects(OutputSelection output, AnswerShape shape) {
        List<OutputField> fields = output.uniform();
        if (fields == null) {
            return false;
        }
        Set<Entry> found = new HashSet<>();
        for (OutputField field : fields) {
            Entry entry = field.kind() == Kind.TYPENAME ? null : find(field, shape);
            if (field.kind() != Kind.TYPENAME && (entry == null || !sameValues(field, entry))) {
                return false;
            }
            if (entry != null) {
                found.add(entry);
            }
        }
        return found.size() == shape.entries().size();
    }

    private static @Nullable Entry find(OutputField field, AnswerShape shape) {
        for (Entry entry : shape.entries()) {
            boolean isObject = entry.shape() != null;
            if (entry.key().equals(field.key())
                    && entry.index() >= 0
                    && entry.index() == field.index()
                    && isObject == (field.kind() == Kind.OBJECT)) {
                return entry;
            }
        }
        return null;
    }

    private static boolean sameValues(OutputField field, Entry entry) {
        OutputSelection below = field.selection();
        AnswerShape shape = entry.shape();
        return below == null || shape == null || sameObjects(below, shape);
    }
}
