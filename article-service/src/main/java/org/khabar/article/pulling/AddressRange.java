package org.khabar.article.pulling;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * Addresses that share their first bits.
 *
 * @param prefix the bits that they share, as a number
 * @param bits how many bits those are
 * @param length bytes of an address: 4 or 16
 */
record AddressRange(BigInteger prefix, int bits, int length) {

    /** A range such as {@code 10.0.0.0/8}. */
    static AddressRange of(String cidr) {
        int slash = cidr.indexOf('/');
        byte[] network = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
        int bits = Integer.parseInt(cidr.substring(slash + 1));
        return new AddressRange(first(network, bits), bits, network.length);
    }

    boolean has(byte[] address) {
        return address.length == length && first(address, bits).equals(prefix);
    }

    private static BigInteger first(byte[] address, int bits) {
        return new BigInteger(1, address).shiftRight(address.length * 8 - bits);
    }
}
