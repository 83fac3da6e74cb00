package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An H2 whose next commit, when a test says so, happens and is answered by nothing but the end of the connection. */
final class LostAnswers implements Driver, AutoCloseable {

    private static final Driver H2 = new org.h2.Driver();

    private final AtomicBoolean losesNext = new AtomicBoolean();

    private LostAnswers() {}

    /** In the place of the real one, until it is closed. */
    static LostAnswers inPlace() throws SQLException {
        var lost = new LostAnswers();
        DriverManager.drivers().filter(org.h2.Driver.class::isInstance).toList().forEach(LostAnswers::remove);
        DriverManager.registerDriver(lost);
        return lost;
    }

    /** Does something, and loses the answer of the first commit that comes of it. */
    <T> T losing(Supplier<T> step) {
        losesNext.set(true);
        T result = step.get();
        assertFalse(losesNext.get(), "there was a commit");
        return result;
    }

    private static void remove(Driver driver) {
        try {
            DriverManager.deregisterDriver(driver);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws SQLException {
        DriverManager.deregisterDriver(this);
        DriverManager.registerDriver(H2);
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        Connection real = H2.connect(url, properties);
        return real == null ? null : losing(real);
    }

    private Connection losing(Connection real) {
        InvocationHandler each = (_, method, arguments) -> {
            Object result = call(method, real, arguments);
            if (method.getName().equals("commit") && losesNext.getAndSet(false)) {
                real.close();
                throw new SQLRecoverableException("the answer was lost", "08S01");
            }
            return result;
        };
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, each);
    }

    private static @Nullable Object call(Method method, Connection real, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return H2.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return H2.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return H2.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return H2.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return H2.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.h2");
    }
}
