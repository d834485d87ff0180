package org.khabar.entity.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one line is to blame for does not end the import of the others. */
class WriteFailureTest {

    @ParameterizedTest
    @CsvSource({
        "21000,DATA",
        "22001,DATA",
        "23503,DATA",
        "54000,DATA",
        "23505,CONTENTION",
        "40001,CONTENTION",
        "55P03,CONTENTION",
        "42601,FAULT",
        "57P01,FAULT"
    })
    void isToldByTheDatabasesCode(String state, WriteFailure failure) {
        assertThat(WriteFailure.of(new IllegalStateException(new SQLException("no", state))))
                .isEqualTo(failure);
    }
}
