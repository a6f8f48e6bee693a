#include "excel/menu.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "excel/registration.h"
#include "fake_host.h"

namespace shinchoku::addin::excel {
namespace {

TEST(Menu, stands_once_with_every_command_and_goes) {
    FakeHost host;
    add_menu(host.host());
    add_menu(host.host());
    ASSERT_EQ(host.menus.size(), 1U);
    EXPECT_EQ(host.menus[0][0], "進捗");
    for (std::size_t i = 0; i < all_commands.size(); ++i) {
        EXPECT_EQ(host.menus[0][5 * (i + 1)], all_commands[i].menu_text);
        EXPECT_EQ(host.menus[0][5 * (i + 1) + 1], all_commands[i].entry);
    }
    delete_menu(host.host());
    EXPECT_TRUE(host.menus.empty());
    EXPECT_EQ(host.lent, 0);
}

TEST(Menu, a_menu_that_is_not_there_is_not_taken_away) {
    FakeHost host;
    host.refused = {service::delete_menu};  // would be asked for in vain
    delete_menu(host.host());
    EXPECT_TRUE(host.menus.empty());
}

TEST(Registration, commands_take_nothing_and_are_known_by_their_entries) {
    for (const Command& command : all_commands) {
        const Registration told = registration_of(command);
        EXPECT_EQ(told.kind, Registration::Kind::command);
        EXPECT_EQ(told.types, "J");
        EXPECT_EQ(told.name, command.entry);
        EXPECT_EQ(told.argument_names, "");
    }
}

}  // namespace
}  // namespace shinchoku::addin::excel
