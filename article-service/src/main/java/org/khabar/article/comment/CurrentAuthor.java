package org.khabar.article.comment;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.text.StorableText;

/** The person who makes the current request, by the token. */
@RequestScoped
class CurrentAuthor {

    private static final int MAX_NAME_LENGTH = 60;

    /** Keycloak's names of the accounts of clients, such as the gateway's own, which anonymous readers come with. */
    private static final String ACCOUNT_OF_A_CLIENT = "service-account-";

    private final SecurityIdentity identity;

    CurrentAuthor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Empty when the token is no person's. */
    Optional<Author> find() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
            return Optional.empty();
        }
        String name = identity.getPrincipal().getName();
        return name == null || name.startsWith(ACCOUNT_OF_A_CLIENT)
                ? Optional.empty()
                : Optional.of(new Author(token.getSubject(), displayName(name)));
    }

    /** @throws RequestFailure when the token is no person's */
    Author get() {
        return find().orElseThrow(() ->
                new RequestFailure(ErrorCode.FORBIDDEN, 403, "Comments are for people who are logged in.", null));
    }

    /** Of a user name that is an address, only what stands before the @. */
    static String displayName(String userName) {
        int at = userName.indexOf('@');
        String name = at > 0 ? userName.substring(0, at) : userName;
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .filter(point -> !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT)
                .limit(MAX_NAME_LENGTH)
                .forEach(shown::appendCodePoint);
        boolean isSeen = shown.codePoints().anyMatch(Character::isLetterOrDigit);
        return isSeen && StorableText.isStorable(shown.toString()) ? shown.toString() : "?";
    }
}
