package org.khabar.deploy.client;

/** Who asks: a development user, whose password is the name unless said otherwise. */
public record Login(String user, String password) {
    public Login {
        if (user.isBlank()) {
            throw new IllegalArgumentException("a login needs a user");
        }
    }

    /** A development user. */
    public static Login of(String user) {
        return new Login(user, user);
    }
}
