package org.khabar.gateway.differential;

import java.util.Optional;

/** A split's gateway beside the monolith. */
final class Bench {
    private final Split split;
    private final Monolith monolith;
    private final SplitGateway gateway;
    private final Forecast forecast;

    Bench(Domain domain, World world, Monolith monolith, Split split) {
        this.split = split;
        this.monolith = monolith;
        this.gateway = new SplitGateway(domain, world, split);
        this.forecast = Forecast.of(domain, split);
    }

    Split split() {
        return split;
    }

    SplitGateway gateway() {
        return gateway;
    }

    Monolith monolith() {
        return monolith;
    }

    /** Weather for this split. */
    Weather weather(long seed, int perMille) {
        return perMille == 0 ? Weather.CALM : forecast.weather(seed, perMille);
    }

    /** What is wrong with the gateway's answer, if anything is. A gateway that fails is wrong, too. */
    Optional<String> difference(Trial trial) {
        Answer expected = monolith.answer(trial);
        try {
            return AnswerEquivalence.difference(
                    expected, gateway.answer(trial), trial.operation().isMutation(), split.hasInterfaceObjects());
        } catch (RuntimeException e) {
            return Optional.of("the gateway fails: " + e);
        }
    }
}
