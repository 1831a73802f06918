// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bodies of requests and answers that are no command's or query's own (CONTRACTS §6).

#include "commands/coupons/personcoupons.h"
#include "commands/people/devices.h"
#include "commands/people/users.h"
#include "commands/projects/projectqueries.h"

namespace encore::api
{

struct LoginBody {
    QString email;
    QString password;
};
struct RefreshBody {
    QString refreshToken;
};
struct TokensBody {
    QString accessToken;
    QString refreshToken;
    qint64 expiresIn = 0;
};
struct CommandBody {
    QString id;
    QString name;
    std::optional<int> schemaVersion;
    commands::RawJson arguments;
    std::optional<qint64> baseVersion;
    std::optional<qint64> deviceSeq;
    std::optional<domain::Instant> occurredAt;
};
struct CommandsBody {
    std::vector<CommandBody> commands;
};
struct ProblemBody {
    QString code;
    QString detail;
};
struct ResultBody {
    QString id;
    QString status; ///< applied, duplicate, rejected, conflict, idempotency_mismatch
    std::optional<commands::RawJson> outcome;
    std::optional<ProblemBody> problem;
};
struct ResultsBody {
    std::vector<ResultBody> results;
};
struct ProjectsBody {
    std::vector<commands::Projects::Row> projects;
};
struct CouponsBody {
    std::vector<commands::PersonCoupons::Row> coupons;
};
struct UsersBody {
    std::vector<commands::Users::Row> users;
};
struct DevicesBody {
    std::vector<commands::Devices::Row> devices;
};
struct CodeWanted {
    std::optional<domain::Role> role; ///< absent: the device will stand for whoever asks
};
struct CodeMade {
    QString code; ///< to be shown as a QR code
    qint64 expiresIn = 0;
};
struct DeviceWanted {
    QString code;
    QString name;
};
struct BoxBody {
    QString box; ///< base64
};
struct SavedBody {
    commands::RawJson saved;
};
struct HouseBody {
    bool isEmpty = false;
    domain::WorkspaceId workspaceId;
    QString hash; ///< hex
};
struct AdoptionBody {
    std::vector<QString> pieces; ///< hex
    QString sha256; ///< hex
};
struct WorkspaceBody {
    domain::WorkspaceId id;
    QString name;
    QString currency;
    QString timeZone;
};
struct TokenMade {
    domain::DeviceId deviceId;
    QString token;
    domain::Role role = domain::Role::Door;
    QString actor;
    WorkspaceBody workspace;
};

} // namespace encore::api

namespace encore::commands
{

template<>
struct Descriptor<api::LoginBody> {
    static auto fields()
    {
        return std::tuple(field("email", &api::LoginBody::email, "").atMost(254), field("password", &api::LoginBody::password, "").atMost(1'000));
    }
};
template<>
struct Descriptor<api::RefreshBody> {
    static auto fields() { return std::tuple(field("refresh_token", &api::RefreshBody::refreshToken, "").atMost(200)); }
};
template<>
struct Descriptor<api::TokensBody> {
    static auto fields()
    {
        using T = api::TokensBody;
        return std::tuple(field("access_token", &T::accessToken, "for Authorization: Bearer"), field("refresh_token", &T::refreshToken, "works once"),
                          field("expires_in", &T::expiresIn, "seconds until the access token ends"));
    }
};
template<>
struct Descriptor<api::CommandBody> {
    static auto fields()
    {
        using C = api::CommandBody;
        return std::tuple(field("id", &C::id, "UUID; the command takes effect once").notEmpty().atMost(36), field("name", &C::name, "which command").atMost(64),
                          field("schema_version", &C::schemaVersion, "absent: the newest"), field("arguments", &C::arguments, "by the command's schema"),
                          field("base_version", &C::baseVersion, "the version that a change was made on"),
                          field("device_seq", &C::deviceSeq, "of a device: its own counting, from 1, without gaps"),
                          field("occurred_at", &C::occurredAt, "of an observation: when it happened"));
    }
};
template<>
struct Descriptor<api::CommandsBody> {
    static auto fields() { return std::tuple(field("commands", &api::CommandsBody::commands, "in their order").atMost(1'000)); }
};
template<>
struct Descriptor<api::ProblemBody> {
    static auto fields() { return std::tuple(field("code", &api::ProblemBody::code, "stable"), field("detail", &api::ProblemBody::detail, "words")); }
};
template<>
struct Descriptor<api::ResultBody> {
    static auto fields()
    {
        using R = api::ResultBody;
        return std::tuple(field("id", &R::id, "the command"), field("status", &R::status, "applied, duplicate, rejected, conflict, idempotency_mismatch"),
                          field("outcome", &R::outcome, "what it made"), field("problem", &R::problem, "why it was not done"));
    }
};
template<>
struct Descriptor<api::ResultsBody> {
    static auto fields() { return std::tuple(field("results", &api::ResultsBody::results, "in the order of the commands")); }
};
template<>
struct Descriptor<api::ProjectsBody> {
    static auto fields() { return std::tuple(field("projects", &api::ProjectsBody::projects, "by label")); }
};
template<>
struct Descriptor<api::CouponsBody> {
    static auto fields() { return std::tuple(field("coupons", &api::CouponsBody::coupons, "the one that takes most off first")); }
};
template<>
struct Descriptor<api::UsersBody> {
    static auto fields() { return std::tuple(field("users", &api::UsersBody::users, "by label")); }
};
template<>
struct Descriptor<api::DevicesBody> {
    static auto fields() { return std::tuple(field("devices", &api::DevicesBody::devices, "with those that were shut out")); }
};
template<>
struct Descriptor<api::CodeWanted> {
    static auto fields() { return std::tuple(field("role", &api::CodeWanted::role, "what the device will be: door, supervisor, box_office; absent: what whoever asks is")); }
};
template<>
struct Descriptor<api::CodeMade> {
    static auto fields()
    {
        return std::tuple(field("code", &api::CodeMade::code, "works once"), field("expires_in", &api::CodeMade::expiresIn, "seconds"));
    }
};
template<>
struct Descriptor<api::DeviceWanted> {
    static auto fields()
    {
        return std::tuple(field("code", &api::DeviceWanted::code, "").atMost(200), field("name", &api::DeviceWanted::name, "what people call it").notEmpty().atMost(100));
    }
};
template<>
struct Descriptor<api::BoxBody> {
    static auto fields() { return std::tuple(field("box", &api::BoxBody::box, "of an encore-sealed/1 file, base64").notEmpty()); }
};
template<>
struct Descriptor<api::SavedBody> {
    static auto fields() { return std::tuple(field("saved", &api::SavedBody::saved, "an encore-salvage/1 file: what was done at that desk")); }
};
template<>
struct Descriptor<api::HouseBody> {
    static auto fields()
    {
        using H = api::HouseBody;
        return std::tuple(field("is_empty", &H::isEmpty, "nothing but one person who may sign in"), field("workspace_id", &H::workspaceId, ""),
                          field("hash", &H::hash, "of the log's line that was asked for; empty: there is none"));
    }
};
template<>
struct Descriptor<api::AdoptionBody> {
    static auto fields()
    {
        return std::tuple(field("pieces", &api::AdoptionBody::pieces, "SHA-256 of the blobs that are the file, in their order").atMost(100'000),
                          field("sha256", &api::AdoptionBody::sha256, "of the whole file, 64 hex digits"));
    }
};
template<>
struct Descriptor<api::WorkspaceBody> {
    static auto fields()
    {
        using W = api::WorkspaceBody;
        return std::tuple(field("id", &W::id, ""), field("name", &W::name, ""), field("currency", &W::currency, "ISO 4217"),
                          field("time_zone", &W::timeZone, "IANA name"));
    }
};
template<>
struct Descriptor<api::TokenMade> {
    static auto fields()
    {
        return std::tuple(field("device_id", &api::TokenMade::deviceId, ""), field("token", &api::TokenMade::token, "for Authorization: Bearer; never told again"),
                          field("role", &api::TokenMade::role, "what it may do"), field("actor", &api::TokenMade::actor, "what the log calls it"),
                          field("workspace", &api::TokenMade::workspace, "the house that it belongs to"));
    }
};
} // namespace encore::commands
