// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace encore::domain
{

enum class Language { English, Korean };

struct MessageArgument;

/// Something to tell a person, before it is put into words: an id of resources/words.tsv and what goes into its places.
/// Core speaks in messages so that the same answer can be read in either language, now or years later.
struct Message {
    QByteArray id;
    std::vector<MessageArgument> arguments;

    [[nodiscard]] bool isEmpty() const { return id.isEmpty(); }
    Message& with(const char* name, const QString& text);
    Message& with(const char* name, qint64 number);
    Message& with(const char* name, const Message& message);

    friend bool operator==(const Message&, const Message&);
};

/// One value for a place like {gate}: a text that is the same in every language, or a message of its own.
struct MessageArgument {
    QByteArray name;
    QString text;
    std::vector<Message> message; // none or one

    friend bool operator==(const MessageArgument&, const MessageArgument&) = default;
};

[[nodiscard]] Message message(const char* id);

/// The message in words. A place that was not filled stays visible as {name}; an unknown id is shown as itself.
[[nodiscard]] QString words(const Message& message, Language language);

/// Whether resources/words.tsv has this id in both languages.
[[nodiscard]] bool hasWords(const QByteArray& id);

} // namespace encore::domain
