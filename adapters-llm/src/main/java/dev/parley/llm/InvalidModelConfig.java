package dev.parley.llm;

/** A model cannot be used as it is configured. Names the setting and what is wrong with it, never its value. */
public final class InvalidModelConfig extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String model;
    private final String setting;

    InvalidModelConfig(String model, String setting, String problem) {
        super("model \"" + model + "\": " + setting + " " + problem);
        this.model = model;
        this.setting = setting;
    }

    /** The name of the model. */
    public String model() {
        return model;
    }

    /**
     * Which setting: {@code name}, {@code model-name}, {@code api-key}, {@code base-url}, {@code timeout}, {@code max-output-tokens}
     * or {@code fallback}.
     */
    public String setting() {
        return setting;
    }
}
