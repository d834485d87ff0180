package org.khabar.deploy.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path root;

    @Test
    void aPasswordIsMadeOnceAndKept() {
        String first = secrets().get(Secret.KEYCLOAK_ADMIN);

        assertThat(first).hasSizeGreaterThanOrEqualTo(32).matches("[A-Za-z0-9_-]+");
        assertThat(secrets().get(Secret.KEYCLOAK_ADMIN)).isEqualTo(first);
    }

    @Test
    void passwordsDiffer() {
        Secrets secrets = secrets();

        assertThat(Arrays.stream(Secret.values()).map(secrets::get)).doesNotHaveDuplicates();
    }

    @Test
    void onlyTheOwnerCanReadThem() throws Exception {
        Secrets secrets = secrets();
        secrets.get(Secret.GATEWAY_CLIENT);

        Path file = secrets.file(Secret.GATEWAY_CLIENT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    private Secrets secrets() {
        return new Secrets(Installation.of(root, Map.of()));
    }
}
