package org.khabar.gateway.plan;

import java.util.ArrayList;
import java.util.List;

/** A part of an operation's cost. What no variable changes is one number. */
sealed interface CostTerm {
    CostTerm FREE = new Fixed(0);

    double in(OperationCost.Request request);

    /** Always the same. */
    record Fixed(double cost) implements CostTerm {
        @Override
        public double in(OperationCost.Request request) {
            return cost;
        }
    }

    /** All together. */
    record Sum(List<CostTerm> terms) implements CostTerm {
        public Sum {
            terms = List.copyOf(terms);
        }

        @Override
        public double in(OperationCost.Request request) {
            double sum = 0;
            for (CostTerm term : terms) {
                sum += term.in(request);
            }
            return sum;
        }
    }

    /** The dearest: an object has one type only. */
    record Dearest(List<CostTerm> terms) implements CostTerm {
        public Dearest {
            terms = List.copyOf(terms);
        }

        @Override
        public double in(OperationCost.Request request) {
            double dearest = 0;
            for (CostTerm term : terms) {
                dearest = Math.max(dearest, term.in(request));
            }
            return dearest;
        }
    }

    /** Nothing unless the condition holds. */
    record When(Condition condition, CostTerm term) implements CostTerm {
        @Override
        public double in(OperationCost.Request request) {
            return condition.holds(request::isTrue) ? term.in(request) : 0;
        }
    }

    /** As often as a list is long. */
    record Each(ListLength length, CostTerm term) implements CostTerm {
        @Override
        public double in(OperationCost.Request request) {
            return length.in(request) * term.in(request);
        }
    }

    /** What is sent as a variable. */
    record Sent(String variable, InputCost cost) implements CostTerm {
        @Override
        public double in(OperationCost.Request request) {
            return request.has(variable)
                    ? cost.of(request.variables().get(variable))
                    : cost.literal(request.defaults().get(variable));
        }
    }

    /** The sum of some terms, as simple as it can be. */
    static CostTerm sum(List<CostTerm> terms) {
        double fixed = 0;
        List<CostTerm> open = new ArrayList<>();
        for (CostTerm term : terms) {
            if (term instanceof Fixed(double cost)) {
                fixed += cost;
            } else {
                open.add(term);
            }
        }
        if (open.isEmpty()) {
            return new Fixed(fixed);
        }
        if (fixed != 0) {
            open.add(new Fixed(fixed));
        }
        return open.size() == 1 ? open.getFirst() : new Sum(open);
    }

    /** Some cost as often as a list is long, as simple as it can be. */
    static CostTerm each(ListLength length, CostTerm term) {
        return length.isFixed() && term instanceof Fixed(double cost)
                ? new Fixed(length.assumed() * cost)
                : new Each(length, term);
    }
}
