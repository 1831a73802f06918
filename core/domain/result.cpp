// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/result.h"

namespace encore::domain
{

QByteArray name(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Invalid:
        return "invalid";
    case ErrorCode::NotFound:
        return "not_found";
    case ErrorCode::Refused:
        return "refused";
    case ErrorCode::Forbidden:
        return "forbidden";
    case ErrorCode::Conflict:
        return "conflict";
    case ErrorCode::IdempotencyMismatch:
        return "idempotency_mismatch";
    case ErrorCode::Unavailable:
        return "unavailable";
    case ErrorCode::ReadOnly:
        return "read_only";
    case ErrorCode::NewerSchema:
        return "newer_schema";
    case ErrorCode::Damaged:
        return "damaged";
    case ErrorCode::MissingKey:
        return "missing_key";
    case ErrorCode::Cancelled:
        return "cancelled";
    }
    Q_UNREACHABLE();
}

} // namespace encore::domain
