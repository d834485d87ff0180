package org.khabar.deploy.cli;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives each command its surroundings through its constructor. */
final class CommandFactory implements IFactory {
    private final Surroundings surroundings;

    CommandFactory(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            Constructor<K> constructor = type.getDeclaredConstructor(Surroundings.class);
            return constructor.newInstance(surroundings);
        } catch (NoSuchMethodException e) {
            return CommandLine.defaultFactory().create(type);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("cannot create " + type, e.getCause());
        }
    }
}
