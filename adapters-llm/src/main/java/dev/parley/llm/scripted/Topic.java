package dev.parley.llm.scripted;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What a sentence wants: the first whose form fits it as a whole. */
enum Topic {
    NOTHING("[^\\p{L}\\p{N}]*"),
    WHAT_ARE_YOU(".*\\b(?:are you|is (?:this|that)|am i (?:talking|texting|speaking|chatting) (?:to|with))\\b.{0,25}"
            + "\\b(?:ai|a\\.i\\.|bot|chatbot|robot|human|person|machine|computer|automated|chatgpt|gpt|llm|real)\\b.{0,25}"
            + "|what are you\\W*|.*\\b(?:which|what) (?:(?:ai|language) model\\b.*|model are you\\W*)"),
    WHO_ARE_YOU("(?:and )?(?:who are you|who is (?:this|that)|who['’]s (?:this|that|there)|what(?:['’]?s| is) your name)\\W*"),
    MY_NAME(".*\\bmy name\\b.*\\?|(?:what(?:['’]?s| is)|do you (?:know|remember)) my name\\W*|who am i\\W*"),
    MY_FIRST_WORDS(".*\\bwhat (?:did|was|were|have) (?:i|my)\\b.*\\bfirst\\b.*"),
    MY_WORDS(
            ".*\\bwhat (?:did i|have i|was my|were my)\\b.*\\b(?:ask|asked|say|said|tell|told|text|texted|write|written|wrote|questions?|messages?)\\b.*"
                    + "|.*\\bdo you remember\\b.*"),
    OUR_WORDS(".*\\bwhat (?:did|have|was it) you\\b.*\\b(?:ask|asked|say|said|tell|told|text|texted|write|written|wrote|send|sent)\\b.*"),
    THANKS("(?:ok(?:ay)?|great|perfect|super|cool|nice|good)?[\\s,.!]*(?:many )?(?:thanks|thank you|thx|ty|cheers)\\b.{0,30}"),
    GOODBYE("(?:good)?bye\\b.{0,20}|see you\\b.{0,20}|good night\\b.{0,20}|have a (?:nice|good|great) .{1,20}"),
    YES("(?:y|c|yes|yep|yeah|yup|sure|ok|okay|confirm|confirmed|correct|right|of course|sounds good|perfect|great|fine)(?: please)?\\W*"),
    NO("(?:n|no|nope|nah|no thanks|no thank you|not really)\\W*"),
    QUESTION(
            ".*\\?|(?:and |so |but )?(?:what|when|where|who|whom|which|why|how|do|does|did|is|are|am|can|could|will|would|should|may|have|has)\\b.*"),
    REQUEST("(?:and |so |but |also )?(?:please|i['’]?d (?:like|love)|i would (?:like|love)|(?:i|we) (?:want|need|have to|must)|(?:i['’]?m )?looking for)\\b.*"),
    STATEMENT(".*");

    private final Pattern form;

    Topic(String form) {
        this.form = Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.UNICODE_CASE);
    }

    static Topic of(String sentence) {
        return Arrays.stream(values()).filter(topic -> topic.form.matcher(sentence.strip()).matches()).findFirst().orElse(STATEMENT);
    }

    boolean hasSubstance() {
        return this == QUESTION || this == REQUEST || this == STATEMENT;
    }
}
