package org.khabar.deploy.service;

import java.util.List;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.installation.Ports;
import org.khabar.deploy.installation.Secrets;
import org.khabar.deploy.keycloak.KeycloakPart;
import org.khabar.deploy.postgres.PostgresPart;
import org.khabar.deploy.stack.Stack;

/** Khabar's own stack: which parts there are. */
public final class LocalStack {
    private LocalStack() {}

    /** The stack of that installation on those ports, whether it runs or not. */
    public static Stack of(Installation installation, Ports ports) {
        Secrets secrets = new Secrets(installation);
        ServiceSettings settings = new ServiceSettings(installation, ports);
        return new Stack(
                installation,
                ports,
                List.of(
                        new PostgresPart(installation, secrets, ports.of(Part.POSTGRES)),
                        new KeycloakPart(installation, secrets, ports),
                        new ServicePart(Part.ARTICLES, installation, ports, settings::articles),
                        new ServicePart(Part.ENTITIES, installation, ports, settings::entities),
                        new ServicePart(Part.GATEWAY, installation, ports, settings::gateway)));
    }
}
