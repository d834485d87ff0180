package org.khabar.entity.mention;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFaultTest {

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22P05", "23503"})
    void dataThatTheDatabaseRefusesIsTheEventsFault(String state) {
        assertThat(EventFault.explains(new IllegalStateException(new SQLException("refused", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57014", "57P01", "25006", "42P01", "P0001"})
    void whatElseTheDatabaseReportsIsNot(String state) {
        assertThat(EventFault.explains(new IllegalStateException(new SQLException("away", state))))
                .isFalse();
    }

    @Test
    void aConnectionThatIsNotToBeHadIsNot() {
        assertThat(EventFault.explains(new SQLException("Sorry, acquisition timeout!")))
                .isFalse();
        assertThat(EventFault.explains(new UncheckedIOException(new ConnectException("refused"))))
                .isFalse();
        assertThat(EventFault.explains(new RollbackException("no reason given")))
                .isFalse();
    }

    @Test
    void aFailureOfTaggingIs() {
        assertThat(EventFault.explains(new IllegalArgumentException("the event's data has no blocks")))
                .isTrue();
        assertThat(EventFault.explains(new StackOverflowError())).isTrue();
    }
}
