package org.khabar.entity.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.khabar.entity.failure.RequestFailure;

class RequestBudgetTest {

    private final RequestBudget budget = new RequestBudget(10, 50);

    @Test
    void readsNoMoreThanMayStillBeUsed() {
        budget.take(6);

        assertThat(budget.mostRows(2)).isEqualTo(7);
        assertThat(budget.complete(rows(6), 2)).hasSize(6);
        assertThatThrownBy(() -> budget.complete(rows(7), 2)).isInstanceOf(RequestFailure.class);
    }

    @Test
    void nothingIsLeftOnceItIsExceeded() {
        budget.take(10);
        assertThatThrownBy(() -> budget.take(1))
                .isInstanceOf(RequestFailure.class)
                .hasMessageContaining("the limit of 10")
                .hasMessageContaining("smaller pages");
        assertThatThrownBy(() -> budget.mostRows(1)).isInstanceOf(RequestFailure.class);
    }

    @Test
    void textsOfOneRequestCountTogetherAndApartFromItems() {
        budget.takeText(30);
        assertThatThrownBy(() -> budget.takeText(21))
                .isInstanceOf(RequestFailure.class)
                .hasMessageContaining("the limit of 50");
        assertThatThrownBy(() -> budget.takeText(1)).isInstanceOf(RequestFailure.class);

        assertThat(budget.mostRows(1)).isEqualTo(12);
    }

    private static List<Integer> rows(int count) {
        return Collections.nCopies(count, 1);
    }
}
