package org.khabar.deploy.cli;

import org.jspecify.annotations.Nullable;
import org.khabar.deploy.client.Login;
import picocli.CommandLine.Option;

/** Who asks. */
final class LoginOptions {
    @Option(
            names = "--user",
            paramLabel = "U",
            description = "Development user: reader, editor, moderator, partner or admin.")
    private @Nullable String user;

    @Option(names = "--password", paramLabel = "P", description = "Default: the name of the user.")
    private @Nullable String password;

    /** @param usual the user when none is named */
    Login login(String usual) {
        String name = user == null ? usual : user;
        return new Login(name, password == null ? name : password);
    }
}
