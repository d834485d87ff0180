package org.khabar.gateway.plan;

import graphql.language.AstPrinter;
import graphql.language.Document;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What tells operations apart: spelling and comments do not.
 *
 * @param documentHash SHA-256 of the document, printed compactly
 * @param operationName which operation of it; empty when it has just one
 */
public record PlanKey(String documentHash, String operationName) {

    /** The key of an operation. */
    public static PlanKey of(Document document, @Nullable String operationName) {
        byte[] text = AstPrinter.printAstCompact(document).getBytes(StandardCharsets.UTF_8);
        return new PlanKey(HexFormat.of().formatHex(sha256().digest(text)), operationName == null ? "" : operationName);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
