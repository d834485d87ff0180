package org.khabar.gateway.http;

import org.khabar.gateway.plan.CallerRights;
import org.khabar.gateway.security.Caller;

/** What a caller may do, in the words of access rules. */
final class Rights {
    private Rights() {}

    static CallerRights of(Caller caller) {
        return new CallerRights(caller.isLoggedIn(), caller.scopes(), caller.policies());
    }
}
