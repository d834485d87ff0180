package org.khabar.deploy.installation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khabar.deploy.StackException;

class OwnershipTest {
    private static final int NOBODY = 65_534;

    @TempDir
    Path folder;

    @Test
    void theStateOfAnotherUserIsLeftAlone() throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0, "only root can give files away");
        Path home = folder.resolve("home");
        Path secrets = Files.createDirectories(home.resolve("secrets"));
        Files.setAttribute(secrets, "unix:uid", NOBODY);

        assertThatThrownBy(installation(home)::requireOwn)
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith(secrets + " belongs to user ")
                .hasMessageEndingWith("; KHABAR_HOME can name a folder of your own");
        assertThatThrownBy(installation(home)::create).isInstanceOf(StackException.class);
    }

    @Test
    void aHomeBelowAFileIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(installation(file.resolve("home"))::create)
                .isInstanceOf(StackException.class)
                .hasMessageContaining(file.toString());
    }

    private Installation installation(Path home) {
        return Installation.of(folder, Map.of("KHABAR_HOME", home.toString()));
    }
}
