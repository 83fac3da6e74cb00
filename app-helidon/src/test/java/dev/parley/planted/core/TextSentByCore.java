package dev.parley.planted.core;

import com.twilio.http.Request;

public interface TextSentByCore {

    Request send();
}
