package dev.parley.planted.core;

import java.sql.ResultSet;

public interface CoreThatKnowsATable {

    Decision read(ResultSet row);
}
