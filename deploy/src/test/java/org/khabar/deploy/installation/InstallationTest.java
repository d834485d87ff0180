package org.khabar.deploy.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @TempDir
    Path root;

    @Test
    void stateIsInTheRepositoryUnlessSaidOtherwise() {
        assertThat(Installation.of(root, Map.of()).home()).isEqualTo(root.resolve(".khabar"));
        assertThat(Installation.of(root, Map.of("KHABAR_HOME", "/srv/khabar")).home())
                .isEqualTo(Path.of("/srv/khabar"));
    }

    @Test
    void lookingDoesNotCreateAnything() {
        assertThat(Installation.of(root, Map.of()).exists()).isFalse();
    }
}
