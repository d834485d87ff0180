package org.khabar.gateway.plan;

import graphql.language.AstPrinter;
import graphql.language.Document;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.digest.Sha256;

/**
 * What tells plans apart: spelling and comments do not, nor who is asking, where that makes no difference to the plan.
 *
 * @param documentHash SHA-256 of the document, printed compactly
 * @param operationName which operation of it; empty when it has just one
 * @param variant what decides beside the operation
 */
public record PlanKey(String documentHash, String operationName, PlanVariant variant) {

    /** The key of an operation's plan where nothing is refused and no label holds. */
    public static PlanKey of(Document document, @Nullable String operationName) {
        return new PlanKey(
                Sha256.hex(AstPrinter.printAstCompact(document)),
                operationName == null ? "" : operationName,
                PlanVariant.NONE);
    }

    /** The key of another plan for the same operation. */
    public PlanKey with(PlanVariant other) {
        return new PlanKey(documentHash, operationName, other);
    }
}
