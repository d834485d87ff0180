package org.khabar.deploy.cli;

import java.io.PrintStream;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.installation.Ports;
import org.khabar.deploy.installation.Secret;
import org.khabar.deploy.installation.Secrets;
import org.khabar.deploy.keycloak.KeycloakPart;

/** What a user needs to know when the stack is up. */
final class Welcome {
    private final Surroundings surroundings;
    private final Ports ports;

    Welcome(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    void print() {
        PrintStream out = surroundings.out();
        out.println("GraphQL    " + ports.url(Part.GATEWAY) + "/graphql");
        out.println("GraphiQL   " + ports.url(Part.GATEWAY) + "/graphiql");
        out.println("Keycloak   " + ports.url(Part.KEYCLOAK) + " (administrator " + KeycloakPart.ADMINISTRATOR
                + ", password in " + new Secrets(surroundings.installation()).file(Secret.KEYCLOAK_ADMIN) + ")");
        out.println(
                "Logins     reader, editor, moderator, partner, admin (development only: the password is the name)");
        out.println("Try        ./khabar query --user reader '{ articles(first: 3) { nodes { headline } } }'");
    }
}
