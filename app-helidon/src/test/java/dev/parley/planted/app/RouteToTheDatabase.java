package dev.parley.planted.app;

import java.sql.Connection;

public record RouteToTheDatabase(Connection connection) {}
