package org.khabar.gateway.incremental;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.khabar.gateway.execute.AnswerPart;
import org.khabar.gateway.execute.AnswerParts;
import org.khabar.gateway.execute.ExecutionInput;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.execute.Executor;
import org.khabar.gateway.plan.Deferral;
import org.khabar.gateway.plan.QueryPlan;

/** Takes all payloads of an answer. */
public final class Payloads {
    private Payloads() {}

    /** The payloads; one where all comes at once. */
    public static List<byte[]> of(Executor executor, QueryPlan plan, ExecutionInput input) {
        Deferral deferral = plan.deferral();
        if (deferral == null) {
            ExecutionResult whole =
                    Objects.requireNonNull(executor.execute(plan, input).join());
            return List.of(whole.toJson(Map.of()));
        }
        List<byte[]> payloads = new ArrayList<>();
        AnswerParts parts = executor.executeInParts(plan, deferral, input);
        boolean more = true;
        while (more) {
            AnswerPart part = Objects.requireNonNull(parts.next().join());
            payloads.add(json(part));
            more = part.hasNext();
        }
        return payloads;
    }

    /** A payload as it is sent. */
    public static byte[] json(AnswerPart part) {
        List<ByteBuffer> pieces = part.toParts(Map.of(), true);
        ByteBuffer whole = ByteBuffer.allocate(
                pieces.stream().mapToInt(ByteBuffer::remaining).sum());
        pieces.forEach(whole::put);
        return whole.array();
    }
}
