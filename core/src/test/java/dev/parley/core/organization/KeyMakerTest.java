package dev.parley.core.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Secret;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyMakerTest {

    @Test
    void a_key_says_that_it_is_ours_and_has_no_odd_characters() {
        String key = new KeyMaker(new Random(7)).make().reveal();

        assertTrue(key.matches("parley_[0-9A-Za-z]{48}"), key);
    }

    @Test
    void no_key_comes_twice() {
        var maker = new KeyMaker(new Random(7));

        assertNotEquals(maker.make(), maker.make());
    }

    @Test
    void the_hash_is_the_plain_sha_256_of_the_key() {
        assertEquals("2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae", KeyMaker.hash(new Secret("foo")));
    }
}
