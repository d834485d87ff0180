package org.khabar.deploy.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void defaultsAreThoseOfTheDocumentation() {
        Ports ports = Ports.defaults();

        assertThat(ports.of(Part.GATEWAY)).isEqualTo(8080);
        assertThat(ports.of(Part.ARTICLES)).isEqualTo(8081);
        assertThat(ports.of(Part.ENTITIES)).isEqualTo(8082);
        assertThat(ports.of(Part.KEYCLOAK)).isEqualTo(8180);
        assertThat(ports.of(Part.POSTGRES)).isEqualTo(8432);
    }

    @Test
    void twoPartsCannotShareAPort() {
        assertThatThrownBy(() -> new Ports(Map.of(Part.GATEWAY, 8180)))
                .hasMessage("Keycloak and gateway cannot share port 8180");
    }

    @Test
    void aPortOutOfRangeIsNamedWithItsPart() {
        assertThatThrownBy(() -> new Ports(Map.of(Part.POSTGRES, 70_000)))
                .hasMessageContaining("PostgreSQL: port 70000");
    }
}
