package org.khabar.article.pulling;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the addresses of a host name. */
interface HostResolver {

    /** All of its addresses, one at least. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
