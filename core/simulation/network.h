// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "house.h"

namespace encore::simulation
{

/// What the network does to one desk's requests at the moment. Each is a chance in a hundred.
struct Weather {
    int loses = 0; ///< requests on their way there
    int losesAnswers = 0; ///< the server has done it, and the desk does not hear
    int twice = 0; ///< delivers a request two times at once
    int twiceLate = 0; ///< and again hours later
    int reorders = 0; ///< the commands of a batch
    int cuts = 0; ///< an upload in the middle
    int damages = 0; ///< bits of an answer
    int swallows = 0; ///< and never says anything at all
    bool isDown = false;
    int answersWith = 0; ///< a status that comes in place of everything: 401, 426, 429, 500
    bool isCaptive = false; ///< a page of HTML
    bool isUntrusted = false;
    int rejectsAll = 0; ///< a status for uploads that have a certain command in them
    QByteArray rejectedName;
};

/// A desk's way to the house.
class Wire final : public sync::Transport
{
public:
    Wire(House& house, Loop& loop, Chance& chance) : m_house(house), m_loop(loop), m_chance(chance) { }

    void send(const sync::Request& request, std::function<void(const sync::Response&)> answered) override;
    void forgetAll() override { ++m_generation; }

    Weather weather;
    /// Called when an upload leaves, and when the house has answered it: a desk may break down then.
    std::function<void(bool arrived)> onUpload;
    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] int disturbed() const { return m_disturbed; }

private:
    using Answer = std::function<void(const sync::Response&)>;
    [[nodiscard]] bool happens(int percent);
    [[nodiscard]] std::optional<sync::Response> instead();
    void deliver(const sync::Request& request, const Answer& answer);
    [[nodiscard]] sync::Response onItsWayBack(sync::Response response);

    House& m_house;
    Loop& m_loop;
    Chance& m_chance;
    quint64 m_generation = 0;
    int m_requests = 0;
    int m_disturbed = 0;
};

} // namespace encore::simulation
