package dev.parley.ports.out;

/** What came of taking a text that a provider has for one of ours. */
public enum Adoption {
    /** It is that text: its name and status are stored, and the search is over. */
    ADOPTED,
    /** All that the provider has are other messages of ours already. */
    NONE_FREE,
    /** A message of the same words is just being handed over and may be the one: nothing is decided before its answer is stored. */
    CONTESTED,
    /** The search is over, or no longer ours. */
    OVER
}
