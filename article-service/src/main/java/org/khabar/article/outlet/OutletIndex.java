package org.khabar.article.outlet;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.khabar.article.text.Folding;

/** Outlets by everything that names them. Immutable. */
public final class OutletIndex {

    private final List<Outlet> all;
    private final Map<UUID, Outlet> byId;
    private final Map<String, Outlet> byCode;
    private final Map<String, Outlet> byName = new HashMap<>();
    private final Map<String, Outlet> byHost = new HashMap<>();

    /** Where two outlets share a spelling, the first in the list has it. */
    public OutletIndex(List<Outlet> outlets) {
        all = List.copyOf(outlets);
        byId = all.stream().collect(Collectors.toMap(Outlet::id, Function.identity()));
        byCode = all.stream().collect(Collectors.toMap(Outlet::code, Function.identity()));
        all.stream().filter(outlet -> !outlet.code().equals(Outlet.UNKNOWN)).forEach(this::addSpellings);
    }

    private void addSpellings(Outlet outlet) {
        outlet.names().forEach(name -> addSpelling(name.text(), outlet));
        outlet.variants().forEach(variant -> addSpelling(variant, outlet));
        outlet.hosts().forEach(host -> byHost.putIfAbsent(host, outlet));
    }

    /** Also without its spaces, which are lost where pages are copied: "هويةبريس". */
    private void addSpelling(String spelling, Outlet outlet) {
        String key = Folding.key(spelling);
        byName.putIfAbsent(key, outlet);
        byName.putIfAbsent(key.replace(" ", ""), outlet);
    }

    public List<Outlet> all() {
        return all;
    }

    public Optional<Outlet> findById(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Outlet> findByCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The outlet that a byline or a menu names, in any spelling that folds to one we know. */
    public Optional<Outlet> findByName(String name) {
        return Optional.ofNullable(byName.get(Folding.key(name)));
    }

    /** The outlet of a host or of the nearest parent domain that is known. */
    public Optional<Outlet> findByHost(String host) {
        String rest = host.toLowerCase(Locale.ROOT);
        while (rest.contains(".")) {
            Outlet outlet = byHost.get(rest);
            if (outlet != null) {
                return Optional.of(outlet);
            }
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        return Optional.empty();
    }
}
