package dev.parley.bench.standin;

/** Brings texts of contacts to the server, as stubbornly as it does in life. */
public interface Carrier {

    /** Brings it, in the background. */
    void bring(Text text);
}
