package org.khabar.entity.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;

/** The keys that sign the tests' tokens, made for each run. A system property carries them across class loaders. */
final class SigningKeys {

    private static final String PROPERTY = "khabar.test.signing-key";

    private SigningKeys() {}

    /** Makes a key pair and returns its public half in Base64. */
    static String generate() {
        KeyPair pair = pair();
        System.setProperty(
                PROPERTY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** The private half of the last pair. */
    static PrivateKey known() {
        try {
            byte[] encoded = Base64.getDecoder().decode(Objects.requireNonNull(System.getProperty(PROPERTY)));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A key that the service does not know. */
    static PrivateKey unknown() {
        return pair().getPrivate();
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
