package org.khabar.gateway.plan;

import graphql.language.AstPrinter;
import graphql.language.Document;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

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
        byte[] text = AstPrinter.printAstCompact(document).getBytes(StandardCharsets.UTF_8);
        return new PlanKey(
                HexFormat.of().formatHex(sha256().digest(text)),
                operationName == null ? "" : operationName,
                PlanVariant.NONE);
    }

    /** The key of another plan for the same operation. */
    public PlanKey with(PlanVariant other) {
        return new PlanKey(documentHash, operationName, other);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
