package org.khabar.deploy.cli;

import java.util.concurrent.Callable;
import org.khabar.deploy.client.AccessTokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "token", description = "Prints an access token for the gateway; it is good for five minutes.")
final class TokenCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final LoginOptions loginOptions = new LoginOptions();

    TokenCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        AccessTokens tokens = new AccessTokens(surroundings.ports(), loginOptions.login("reader"));
        surroundings.out().println(tokens.get());
        return 0;
    }
}
