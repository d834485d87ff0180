package org.khabar.entity.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class FeedLeadershipTest {

    private final AtomicInteger open = new AtomicInteger();

    @Test
    void keepsNoConnectionWhenTheLockCannotBeAskedFor() {
        FeedLeadership leadership = new FeedLeadership(proxy(DataSource.class, (self, method, arguments) -> {
            open.incrementAndGet();
            return connection();
        }));

        assertThatThrownBy(leadership::acquire).isInstanceOf(SQLException.class);
        assertThat(open).hasValue(0);
    }

    private Connection connection() {
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("close")) {
                open.decrementAndGet();
                return null;
            }
            throw new SQLException("the database is going down", "57P01");
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
